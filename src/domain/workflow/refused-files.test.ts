import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardXml, largestFile, textOfFile } from './guard-xml.ts';
import { readBpmn } from './read-bpmn.ts';

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const file = (elements: string, before = '') =>
  `<definitions xmlns="${model}" xmlns:m="urn:motcua:workflow:1" xmlns:o="urn:other" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${before}\n<process id="p">\n${elements}\n</process></definitions>`;
const flow = (id: string, from: string, to: string, inside = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;
const straight = `<startEvent id="s"/><task id="a"/><endEvent id="e"/>${flow('f', 's', 'a')}${flow('g', 'a', 'e')}`;
const instead = (element: string) => straight.replace('<task id="a"/>', element);

/** `element reason: what (line,column)` of each part that is refused, or that it was read. */
async function told(xml: string): Promise<readonly string[]> {
  const read = await readBpmn(xml);
  if ('workflow' in read) return ['read', ...read.doubts.map(({ kind, element, what }) => `${kind} ${element}: ${what}`)];
  return read.refused.map(
    ({ element, reason, what, line, column }) => `${element} ${reason}: ${what}${line === null ? '' : ` (${line},${column})`}`,
  );
}

// biome-ignore format: a table
const files: [what: string, xml: string, told: readonly string[]][] = [
  ['a repeating timer on the way', file(instead('<intermediateCatchEvent id="a"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>')), ['a not-in-subset: timeCycle']],
  ['a repeating timer on a task', file(`${straight}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></boundaryEvent>`), ['t not-in-subset: timeCycle']],
  ['a timer that ends its task', file(`${straight}<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition/></boundaryEvent>`), ['t not-in-subset: interrupting bpmn:BoundaryEvent']],
  ['a flow into a flow', file(`${straight}${flow('h', 'a', 'f')}`), ['h points-elsewhere: f']],
  ['a flow out of itself', file(`${straight}${flow('h', 'h', 'e')}`), ['h points-elsewhere: h']],
  ['an attribute that BPMN does not have', file(instead('<task strange="1" id="a"/>')), ['a not-well-formed: unknown attribute <strange> (3,39)']],
  ['a comment that never ends', file(straight) + '<!--'.repeat(200_000), [' not-well-formed: <!-- (4,25)']],
  ['character data that never ends', file(straight) + '<![CDATA['.repeat(100_000), [' not-well-formed: <![CDATA[ (4,25)']],
  ['an instruction that never ends', file(straight) + '<?'.repeat(400_000), [' not-well-formed: <? (4,25)']],
  ['ten thousand tasks with one id', file(straight + '<task id="a"/>'.repeat(10_000)), ['a id-doubled: <task> (3,181)']],
  ['a timer on nothing', file(`${straight}<boundaryEvent id="t" cancelActivity="false"><timerEventDefinition/></boundaryEvent>`), ['t points-nowhere: attachedToRef']],
  ['a timer on an event', file(`${straight}<boundaryEvent id="t" attachedToRef="s" cancelActivity="false"><timerEventDefinition/></boundaryEvent>`), ['t points-elsewhere: s']],
  ['a message on a task', file(`${straight}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><messageEventDefinition/></boundaryEvent>`), ['t not-in-subset: bpmn:BoundaryEvent bpmn:MessageEventDefinition']],
  ['an event on a task that says nothing', file(`${straight}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"/>`), ['t not-in-subset: bpmn:BoundaryEvent']],
  ['two events on a task in one', file(`${straight}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition/><messageEventDefinition/></boundaryEvent>`), ['t not-in-subset: bpmn:BoundaryEvent bpmn:TimerEventDefinition']],
  ['a wait for nothing', file(instead('<intermediateCatchEvent id="a"/>')), ['a not-in-subset: bpmn:IntermediateCatchEvent without event']],
  ['a wait for two things', file(instead('<intermediateCatchEvent id="a"><timerEventDefinition/><messageEventDefinition/></intermediateCatchEvent>')), ['a not-in-subset: several events']],
  ['a wait for a signal', file(instead('<intermediateCatchEvent id="a"><signalEventDefinition/></intermediateCatchEvent>')), ['a not-in-subset: bpmn:SignalEventDefinition']],
  ['a wait for a day', file(instead('<intermediateCatchEvent id="a"><timerEventDefinition><timeDate> 2018-05-14 </timeDate></timerEventDefinition></intermediateCatchEvent>')), ['read']],
  ['an end that says more than that all ends', file(straight.replace('<endEvent id="e"/>', '<endEvent id="e"><terminateEventDefinition/><errorEventDefinition/></endEvent>')), ['e not-in-subset: bpmn:TerminateEventDefinition', 'e not-in-subset: bpmn:ErrorEventDefinition']],
  ['an end with an error', file(straight.replace('<endEvent id="e"/>', '<endEvent id="e"><errorEventDefinition/></endEvent>')), ['e not-in-subset: bpmn:ErrorEventDefinition']],
  ['a start by a message', file(straight.replace('<startEvent id="s"/>', '<startEvent id="s"><messageEventDefinition/></startEvent>')), ['s not-in-subset: bpmn:MessageEventDefinition']],
  ['a task that is done many times', file(instead('<task id="a"><multiInstanceLoopCharacteristics/></task>')), ['a not-in-subset: bpmn:MultiInstanceLoopCharacteristics']],
  ['a task that undoes another', file(instead('<task id="a" isForCompensation="true"/>')), ['a not-in-subset: isForCompensation']],
  ['a task for two tokens', file(instead('<task id="a" startQuantity="2" completionQuantity="3"/>')), ['a not-in-subset: startQuantity', 'a not-in-subset: completionQuantity']],
  ['a task with a default way', file(instead('<task id="a" default="g"/>')), ['a not-in-subset: default']],
  ['a step of no kind, role and share that are none', file(instead('<task id="a" m:stepKind="dance" m:role="king" m:sharePct="0"/>')), ['a value-unreadable: motcua:stepKind dance']],
  ['a share of all', file(instead('<task id="a" m:sharePct="100" m:acts=" suspend  refuse " m:source="x" m:stated="true"/>')), ['read']],
  ['a task of a program', file(instead('<serviceTask id="a"/>')), ['a not-in-subset: bpmn:ServiceTask']],
  ['a way whose condition is behind a task', file(`${straight.replace(flow('g', 'a', 'e'), flow('g', 'a', 'e', '<conditionExpression>x = 1</conditionExpression>'))}`), ['g not-in-subset: condition behind bpmn:Task']],
  ['a condition of another language', file(`${instead('<exclusiveGateway id="a"/>').replace(flow('g', 'a', 'e'), flow('g', 'a', 'e', '<conditionExpression xsi:type="tFormalExpression" language="groovy">x</conditionExpression>'))}`), ['g not-in-subset: condition in groovy']],
  ['a condition in FEEL by name', file(`${instead('<exclusiveGateway id="a"/>').replace(flow('g', 'a', 'e'), flow('g', 'a', 'e', '<conditionExpression xsi:type="tFormalExpression" language="https://www.omg.org/spec/DMN/20180521/FEEL/">x = 1</conditionExpression>'))}`), ['read']],
  ['a condition that cannot be read', file(`${instead('<exclusiveGateway id="a"/>').replace(flow('g', 'a', 'e'), flow('g', 'a', 'e', '<conditionExpression>x ) 1</conditionExpression>'))}`), ['g condition-unreadable: x ) 1 (3,201)']],
  ['a default that is another gateway’s', file(`${instead('<exclusiveGateway id="a" default="f"/>')}`), ['a points-elsewhere: f']],
  ['a flow from nowhere', file(`${straight}<sequenceFlow id="h" targetRef="e"/>`), ['h points-nowhere: sourceRef']],
  ['a flow to nowhere', file(`${straight}<sequenceFlow id="h" sourceRef="a"/>`), ['h points-nowhere: targetRef']],
  ['a flow without an id, to nowhere', file(`${straight}<sequenceFlow sourceRef="a"/>`), ['a-undefined-2 points-nowhere: targetRef']],
  ['a flow into a timer on a task', file(`${straight}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition/></boundaryEvent>${flow('h', 'a', 't')}`), ['h flow-into-start: t']],
  ['a flow out of a terminate end', file(`${straight.replace('<endEvent id="e"/>', '<endEvent id="e"><terminateEventDefinition/></endEvent>')}${flow('h', 'e', 'a')}`), ['h flow-out-of-end: e']],
  ['a choreography', file(straight, '<choreography id="c"/>'), ['c not-in-subset: bpmn:Choreography']],
  ['a global conversation', file(straight, '<globalConversation id="c"/>'), ['c not-in-subset: bpmn:GlobalConversation']],
  ['two more workflows', file(straight).replace('</definitions>', '<process id="q"><startEvent id="t"/></process><process id="r"/></definitions>'), ['q not-in-subset: a second bpmn:Process']],
  ['a message that is not there', file(straight, '<message id="msg" itemRef="gone"/>'), ['read', 'points-nowhere msg: gone']],
  ['a wait for a message that is not there', file(instead('<intermediateCatchEvent id="a"><messageEventDefinition id="d" messageRef="gone"/></intermediateCatchEvent>')), ['read', 'points-nowhere d: gone']],
  ['a pool of a workflow that is not there', file(straight, '<collaboration id="c"><participant id="c1" processRef="gone"/></collaboration>'), ['c1 points-nowhere: gone']],
  ['a task whose timer’s task is not there', file(`${straight}<boundaryEvent id="t" attachedToRef="gone" cancelActivity="false"><timerEventDefinition/></boundaryEvent>`), ['t points-nowhere: gone']],
  ['a flow that is listed and is not there', file(instead('<task id="a"><incoming>gone</incoming></task>')), ['a points-nowhere: gone']],
  ['parts of other tools', file(`${instead('<task id="a"><o:x/></task>')}<o:note id="n"/><o:plain/>`), ['read', 'unknown-part : <o:x/>', 'unknown-part n: <o:note>', 'unknown-part : <o:plain/>']],
  ['a part of BPMN that nobody knows', file(`${straight}<dance id='d'/>`), ['d not-in-subset: bpmn:Dance (3,181)']],
  ['a part that nobody knows, to which a flow leads', file(`${straight}<dance id="d"/>${flow('h', 'a', 'd')}`), ['d not-in-subset: bpmn:Dance (3,181)']],
  ['an id given twice', file(`${straight}\n  <task id="a"/>`), ['a id-doubled: <task> (4,3)']],
  ['a tag that is not closed', file(`${straight}<task id="b">`), [' not-well-formed: closing tag mismatch (4,1)']],
  ['a file that breaks off', file(straight).slice(0, -30), [' not-well-formed: unclosed tag (3,166)']],
  ['a file of another kind', '<?xml version="1.0"?><html/>', [' not-bpmn: no definitions of BPMN 2.0 (1,1)']],
  ['words', 'Một Cửa', [' not-well-formed: missing start tag (1,1)']],
  ['a text that says another encoding', `<?xml version="1.0" encoding="windows-1258"?>${file(straight)}`, ['read']],
];
for (const [what, xml, parts] of files)
  test(`told with name, reason and place: ${what}`, async () => assert.deepEqual(await told(xml), parts));

const bytesOf = (text: string, wide: boolean, big = false) => {
  if (!wide) return new TextEncoder().encode(text);
  const units = [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

test('a file is text in UTF-8 or UTF-16, else it is refused with what it is not', () => {
  assert.equal(textOfFile(bytesOf('Một', false)), 'Một');
  assert.equal(textOfFile(bytesOf('Một', true)), 'Một');
  assert.equal(textOfFile(bytesOf('Một', true, true)), 'Một');
  const refused = (bytes: number[]) => {
    const found = textOfFile(Uint8Array.from(bytes));
    return typeof found === 'string' ? found : `${found.reason}: ${found.what}`;
  };
  assert.equal(refused([0xff]), 'not-text: bytes that are no utf-8');
  assert.equal(refused([0xff, 0x3c]), 'not-text: bytes that are no utf-8');
  assert.equal(refused([0xfe, 0x3c]), 'not-text: bytes that are no utf-8');
  assert.equal(refused([0x3c, 0xfe]), 'not-text: bytes that are no utf-8');
  assert.equal(refused([0xff, 0xfe, 0]), 'not-text: bytes that are no utf-16le');
  assert.equal(refused([0xfe, 0xff, 0]), 'not-text: bytes that are no utf-16be');
});

test('a file may have ten million bytes, as text and as bytes', () => {
  const words = `more than ${largestFile} bytes`;
  assert.equal(largestFile, 10_000_000);
  assert.equal(textOfFile(new Uint8Array(largestFile).fill(0x78)).toString().length, largestFile);
  assert.partialDeepStrictEqual(textOfFile(new Uint8Array(largestFile + 1)), { reason: 'too-large', what: words });
  assert.equal(guardXml('x'.repeat(largestFile)), undefined);
  assert.partialDeepStrictEqual(guardXml('x'.repeat(largestFile + 1)), { reason: 'too-large', what: words });
  assert.partialDeepStrictEqual(guardXml(`${'x'.repeat(largestFile - 1)}ế`), { reason: 'too-large' });
});

// biome-ignore format: a table
const guarded: [xml: string, found: string | undefined][] = [
  ['<a>\u0001</a>', 'not-well-formed: U+0001 (1,4)'],
  ['<a>\n\uffff</a>', 'not-well-formed: U+ffff (2,1)'],
  ['<a>\t\r\n</a>', undefined],
  ['<!ENTITY x "y">', 'entity: <!ENTITY (1,1)'],
  ['<a/>\n <!DOCTYPE x>', 'document-type: <!DOCTYPE (2,2)'],
  ['<![x[', 'document-type: <![x (1,1)'],
  ['<!x><!entity>', 'document-type: <!x (1,1)'],
  ['<!-- <!ENTITY & --><![CDATA[<!x> &]]><?x & <!y?>', undefined],
  ['<!--\n--> &lol;', 'entity: &lol; (2,5)'],
  ['&amp;&lt;&gt;&quot;&apos;&#38;&#x26;', undefined],
  ['&#12345678;', 'entity: &#12345678; (1,1)'],
  ['&#x1234567;', 'entity: &#x1234567; (1,1)'],
  ['a & b', 'not-well-formed: & (1,3)'],
  ['a &b <c', 'not-well-formed: &b (1,3)'],
  ['&ampx;', 'entity: &ampx; (1,1)'],
  ['&#x;', 'entity: &#x; (1,1)'],
];
for (const [xml, found] of guarded)
  test(`before a file is read as XML: ${JSON.stringify(xml)} is ${found ?? 'let through'}`, () => {
    const part = guardXml(xml);
    assert.equal(part && `${part.reason}: ${part.what} (${part.line},${part.column})`, found);
  });
