import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { writeBpmnFile } from './bpmn-file.ts';
import { checkBpmn } from './check-bpmn.ts';
import { readBpmn } from './read-bpmn.ts';
import type { Lane, Workflow, WorkflowNode } from './workflow.ts';
import { writeBpmn } from './write-bpmn.ts';

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** A file around this inside of its workflow, whose prefix for BPMN may be any, or none. */
function file(inside: string, prefix = ''): string {
  const [name, p] = prefix ? [`xmlns:${prefix}`, `${prefix}:`] : ['xmlns', ''];
  const prefixed = inside.replaceAll(/<(\/?)(?=\w)(?!\w+:)/g, `<$1${p}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${p}definitions ${name}="${model}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:other">\n<${p}process id="p">\n${prefixed}\n</${p}process>\n</${p}definitions>`;
}

const straight = `<startEvent id="s"/><userTask id="a" name="Thẩm định"/><endEvent id="e"/>${flow('f', 's', 'a')}${flow('g', 'a', 'e')}`;

function flow(id: string, from: string, to: string, inside = ''): string {
  return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;
}

/** The straight workflow with another element in place of its task. */
function withTask(element: string): string {
  return file(straight.replace('<userTask id="a" name="Thẩm định"/>', element));
}

function choice(condition: string): string {
  const gateway = '<startEvent id="s"/><exclusiveGateway id="x" default="h"/><endEvent id="e"/>';
  return file(`${gateway}${flow('f', 's', 'x')}${flow('g', 'x', 'e', condition)}${flow('h', 'x', 'e')}`);
}

for (const prefix of ['', 'bpmn', 'bpmn2', 'semantic']) {
  test(`a file may call BPMN ${prefix || 'nothing at all'}`, async () => {
    assert.deepEqual(await checkBpmn(file(straight, prefix)), { verdict: 'sound', problems: [], warnings: [] });
  });
}

test('task, user task and manual task are tasks of persons', async () => {
  for (const type of ['task', 'userTask', 'manualTask']) assert.equal((await checkBpmn(withTask(`<${type} id="a"/>`))).verdict, 'sound');
});

const refused: [what: string, xml: string, kind: 'unsupported' | 'malformed', element: string, reason: string][] = [
  ...[
    'scriptTask',
    'serviceTask',
    'sendTask',
    'receiveTask',
    'businessRuleTask',
    'callActivity',
    'subProcess',
    'transaction',
    'adHocSubProcess',
  ]
    .concat('inclusiveGateway', 'eventBasedGateway', 'complexGateway', 'intermediateThrowEvent', 'intermediateCatchEvent', 'wonder')
    .map(
      (type) =>
        [`a ${type}`, withTask(`<${type} id="a"/>`), 'unsupported', 'a', 'not-in-subset'] as [
          string,
          string,
          'unsupported',
          string,
          string,
        ],
    ),
  ['a start by message', file('<startEvent id="s"><messageEventDefinition/></startEvent>'), 'unsupported', 's', 'not-in-subset'],
  ['an end by error', file('<startEvent id="s"/><endEvent id="e"><errorEventDefinition/></endEvent>'), 'unsupported', 'e', 'not-in-subset'],
  ['a task done by many', withTask('<userTask id="a"><multiInstanceLoopCharacteristics/></userTask>'), 'unsupported', 'a', 'not-in-subset'],
  [
    'a timer that interrupts',
    withTask('<userTask id="a"/><boundaryEvent id="b" attachedToRef="a"><timerEventDefinition/></boundaryEvent>'),
    'unsupported',
    'b',
    'not-in-subset',
  ],
  [
    'a timer that comes again',
    withTask(
      '<intermediateCatchEvent id="a"><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>',
    ),
    'unsupported',
    'a',
    'not-in-subset',
  ],
  [
    'a condition behind a task',
    file(straight.replace(flow('g', 'a', 'e'), flow('g', 'a', 'e', '<conditionExpression>x</conditionExpression>'))),
    'unsupported',
    'g',
    'not-in-subset',
  ],
  [
    'a condition in another language',
    choice('<conditionExpression xsi:type="tFormalExpression" language="javascript">x</conditionExpression>'),
    'unsupported',
    'g',
    'not-in-subset',
  ],
  [
    'a condition that cannot be read',
    choice('<conditionExpression>area &gt; </conditionExpression>'),
    'malformed',
    'g',
    'condition-unreadable',
  ],
  [
    'a second workflow',
    file(straight).replace('</process>', '</process><process id="q"><startEvent id="t"/></process>'),
    'unsupported',
    'q',
    'not-in-subset',
  ],
  ['a flow that leads nowhere', file(straight.replace('targetRef="e"', 'targetRef="z"')), 'malformed', 'g', 'points-nowhere'],
  ['a flow from a lane', file(`<laneSet><lane id="l"/></laneSet>${straight}${flow('h', 'l', 'e')}`), 'malformed', 'h', 'points-elsewhere'],
  [
    'a lane of nodes that are not there',
    file(`<laneSet><lane id="l"><flowNodeRef>z</flowNodeRef></lane></laneSet>${straight}`),
    'malformed',
    'l',
    'points-nowhere',
  ],
  ['a flow into the start', file(`${straight}${flow('h', 'a', 's')}`), 'malformed', 'h', 'flow-into-start'],
  ['a flow out of the end', file(`${straight}${flow('h', 'e', 'a')}`), 'malformed', 'h', 'flow-out-of-end'],
  ['an id given twice', withTask('<userTask id="a"/><userTask id="a"/>'), 'malformed', 'a', 'id-doubled'],
  ['a task without an id', withTask('<userTask id="a"/><userTask/>'), 'malformed', 'p', 'id-missing'],
  ['a workflow without a start', file('<userTask id="a"/>'), 'malformed', 'p', 'no-start'],
  [
    'a role that nobody has',
    withTask('<userTask id="a" xmlns:m="urn:motcua:workflow:1" m:role="king"/>'),
    'malformed',
    'a',
    'value-unreadable',
  ],
  [
    'a share beyond the whole',
    withTask('<userTask id="a" xmlns:m="urn:motcua:workflow:1" m:sharePct="101"/>'),
    'malformed',
    'a',
    'value-unreadable',
  ],
  ['a file without a workflow', file(''), 'malformed', '', 'no-workflow'],
  ['a page', '<html/>', 'malformed', '', 'not-bpmn'],
  ['an empty file', '', 'malformed', '', 'not-well-formed'],
  ['a file that breaks off', file(straight).slice(0, -9), 'malformed', '', 'not-well-formed'],
  ['a bare &', file(straight.replace('Thẩm', 'A & B')), 'malformed', '', 'not-well-formed'],
  ['a document type', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${file(straight)}`, 'malformed', '', 'document-type'],
  ['an entity', file(straight.replace('Thẩm', '&lol;')), 'malformed', '', 'entity'],
  ['10 MB', file(`${straight}<!--${'x'.repeat(10_000_000)}-->`), 'malformed', '', 'too-large'],
];

for (const [what, xml, kind, element, reason] of refused) {
  test(`${what} is refused by name and place`, async () => {
    const { verdict, problems } = await checkBpmn(xml);
    assert.equal(verdict, 'refused');
    const told = problems.map((one) => ({ kind: one.kind, element: one.element, reason: 'reason' in one && one.reason }));
    assert.deepEqual(told, [{ kind, element, reason }]);
  });
}

test('what is wrong with the text of a file is told by line and column', async () => {
  const { problems } = await checkBpmn(file(`${straight}\n<!-- & -->\n  &lol;`));
  assert.deepEqual(
    problems.map((one) => 'line' in one && [one.what, one.line, one.column]),
    [['&lol;', 6, 3]],
  );
});

test('what is allowed and doubtful is warned of', async () => {
  const gateway = `<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/>${flow('f', 's', 'x')}${flow('g', 'x', 'a')}${flow('h', 'x', 'a')}<parallelGateway id="n"/>`;
  const timer = '<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition/></boundaryEvent>';
  const { verdict, warnings } = await checkBpmn(file(`${gateway}${timer}<o:note id="o"/>`));
  assert.equal(verdict, 'sound');
  assert.deepEqual(
    warnings.map((one) => `${one.kind} ${one.element}`),
    [
      'unknown-part o',
      'no-end-event p',
      'choice-without-default x',
      'condition-missing g',
      'condition-missing h',
      'implicit-end a',
      'implicit-end n',
      'never-reached n',
      'implicit-end t',
      'timer-without-time t',
    ],
  );
});

test('lanes within lanes, pools, messages to the citizen, data and notes are no part of the flow', async () => {
  const lanes =
    '<laneSet><lane id="l"><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef><childLaneSet><lane id="m" name="Một cửa"><flowNodeRef>a</flowNodeRef></lane></childLaneSet></lane></laneSet>';
  const data =
    '<dataObjectReference id="dr" dataObjectRef="do"/><dataObject id="do"/><textAnnotation id="n"/><association id="as" sourceRef="a" targetRef="n"/>';
  const pools =
    '<collaboration id="c"><participant id="c1" processRef="p"/><participant id="c2"/><messageFlow id="mf" sourceRef="c2" targetRef="s"/></collaboration>';
  const read = await readBpmn(file(`${lanes}${straight}${data}`).replace('<process', `${pools}<process`));
  assert.ok('workflow' in read);
  assert.deepEqual(
    read.workflow.nodes.map(({ id, laneId }) => `${id} ${laneId}`),
    ['s l', 'a m', 'e null'],
  );
  assert.deepEqual(
    read.workflow.lanes.map(({ id, name, parentId }) => [id, name, parentId]),
    [
      ['l', '', null],
      ['m', 'Một cửa', 'l'],
    ],
  );
});

test('what other tools wrote is there again after reading and writing, and missing ends of flows are filled in', async () => {
  const extended =
    '<userTask id="a" o:colour="red"><extensionElements><o:form key="7"><o:field>x</o:field></o:form></extensionElements></userTask>';
  const read = await readBpmn(withTask(extended));
  assert.ok('workflow' in read);
  const written = await writeBpmnFile(read.definitions);
  for (const kept of [
    'o:colour="red"',
    '<o:form key="7">',
    '<o:field>x</o:field>',
    '<bpmn:incoming>f</bpmn:incoming>',
    '<bpmn:outgoing>g</bpmn:outgoing>',
  ])
    assert.ok(written.replaceAll(/<(\/?)(?=incoming|outgoing)/g, '<$1bpmn:').includes(kept), `${kept} in ${written}`);
  const again = await readBpmn(written);
  assert.ok('workflow' in again);
  assert.deepEqual(again.workflow, read.workflow);
});

const words = fc.string({ unit: fc.constantFrom(...'ăâđêôơưẠ &<>"\'\n\t;{}'), minLength: 1, maxLength: 8 });
const facts = fc.record({
  stepKind: fc.option(fc.constantFrom('receive', 'sign', 'return')),
  role: fc.option(fc.constantFrom('specialist', 'head')),
  sharePct: fc.option(fc.constantFrom(5, 12.5, 100)),
  acts: fc.array(fc.constantFrom('request-supplement', 'refuse')),
  form: fc.option(words),
  paper: fc.option(words),
  provenance: fc.option(fc.record({ stated: fc.boolean(), source: words }, { noNullPrototype: true })),
});
const lanes: readonly Lane[] = [
  { id: 'centre', name: 'Trung tâm', parentId: null, agency: 'receiving', unit: null },
  { id: 'desk', name: 'Một cửa & trả kết quả', parentId: 'centre', agency: null, unit: 'one-stop' },
  { id: 'city', name: '', parentId: null, agency: 'ha-giang', unit: null },
];

/** A sound workflow with all that its nodes, flows and lanes can carry. */
const carrying = fc
  .record({
    block: soundBlocks,
    facts,
    name: words,
    condition: fc.constantFrom(null, 'a > 1', 'loại = "A"'),
    laneIds: fc.array(fc.constantFrom(null, 'desk', 'city')),
  })
  .map(({ block, facts: told, name, condition, laneIds }): Workflow => {
    const basis = drawBlock(block);
    const nodes = basis.nodes.map((node, at): WorkflowNode => {
      const laneId = laneIds[at % (laneIds.length + 1)] ?? null;
      if (node.kind === 'task') return { ...node, ...told, name, laneId };
      if (node.kind === 'end' || node.kind === 'terminate') return { ...node, outcome: at % 2 ? name : null, laneId };
      if (node.kind === 'message') return { ...node, message: at % 2 ? name : null, laneId };
      if (node.kind === 'exclusive')
        return { ...node, laneId, defaultFlowId: basis.flows.find(({ from }) => from === node.id)?.id ?? null };
      return { ...node, laneId };
    });
    const choices = new Set(nodes.flatMap(({ id, kind }) => (kind === 'exclusive' ? [id] : [])));
    const flows = basis.flows.map((one) => (choices.has(one.from) ? { ...one, name, condition } : one));
    return { ...basis, name, nodes, flows, lanes };
  });

test('a workflow that is written and read is the same workflow', async () => {
  await fc.assert(
    fc.asyncProperty(carrying, async (workflow) => {
      const read = await readBpmn(await writeBpmn(workflow));
      assert.ok('workflow' in read, JSON.stringify(read));
      assert.deepEqual(read.workflow, workflow);
    }),
    { numRuns: 100 },
  );
});
