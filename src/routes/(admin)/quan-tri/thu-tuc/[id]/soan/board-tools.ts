import type { Words } from '#lib/words/words.ts';

/** The parts of the drawing board that its tools use; it brings them by name. */
type Shape = {
  readonly id: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Made = { readonly type: string; readonly [option: string]: unknown };
type ElementFactory = { createShape(made: Made): object };
type Create = { start(event: Event, shape: object, hints?: object): void };
type Connect = { start(event: Event, from: Shape): void };
type AutoPlace = { append(source: Shape, shape: object): void };
type Tool = { activateHand?(event: Event): void; activateSelection?(event: Event): void; start?(event: Event): void };
type Providers = { registerProvider(provider: object): void };
type Modeling = {
  removeElements(elements: readonly object[]): void;
  createShape(shape: object, position: { readonly x: number; readonly y: number }, target: object, hints: object): void;
  addLane(lane: object, location: 'top' | 'bottom'): void;
  splitLane(lane: object, count: number): void;
};

const task: Made = { type: 'bpmn:UserTask' };
const timer: Made = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' };
const message: Made = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' };
const onTask: Made = { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition', cancelActivity: false };

/** What can be drawn: what our workflows know, and nothing else. */
const drawable = [
  { key: 'start', icon: 'bpmn-icon-start-event-none', made: { type: 'bpmn:StartEvent' } },
  { key: 'task', icon: 'bpmn-icon-user-task', made: task },
  { key: 'exclusive', icon: 'bpmn-icon-gateway-xor', made: { type: 'bpmn:ExclusiveGateway' } },
  { key: 'parallel', icon: 'bpmn-icon-gateway-parallel', made: { type: 'bpmn:ParallelGateway' } },
  { key: 'timer', icon: 'bpmn-icon-intermediate-event-catch-timer', made: timer },
  { key: 'message', icon: 'bpmn-icon-intermediate-event-catch-message', made: message },
  { key: 'end', icon: 'bpmn-icon-end-event-none', made: { type: 'bpmn:EndEvent' } },
] as const;

/** The board's palette and the pad beside a chosen shape, in words of ours, with only what our workflows know. */
export function boardTools({ board, workflowPart }: Words) {
  function palette(providers: Providers, create: Create, factory: ElementFactory, hand: Tool, lasso: Tool, space: Tool, connect: Tool) {
    const tool = (icon: string, title: string, click: (event: Event) => void) => ({
      group: 'tools',
      className: icon,
      title,
      action: { click },
    });
    const shapes = drawable.map(({ key, icon, made }) => {
      const begin = (event: Event) => create.start(event, factory.createShape(made));
      return [`create.${key}`, { group: 'model', className: icon, title: workflowPart[key], action: { dragstart: begin, click: begin } }];
    });
    const entries = {
      'hand-tool': tool('bpmn-icon-hand-tool', board.hand, (event) => hand.activateHand?.(event)),
      'lasso-tool': tool('bpmn-icon-lasso-tool', board.lasso, (event) => lasso.activateSelection?.(event)),
      'space-tool': tool('bpmn-icon-space-tool', board.space, (event) => space.activateSelection?.(event)),
      'global-connect-tool': tool('bpmn-icon-connection-multi', board.connect, (event) => connect.start?.(event)),
      'tool-separator': { group: 'tools', separator: true },
      ...Object.fromEntries(shapes),
    };
    const provider = { getPaletteEntries: () => entries };
    providers.registerProvider(provider);
    return provider;
  }
  palette.$inject = ['palette', 'create', 'elementFactory', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect'];

  function pad(providers: Providers, create: Create, factory: ElementFactory, connect: Connect, modeling: Modeling, autoPlace: AutoPlace) {
    const append = ({ key, icon, made }: (typeof drawable)[number]) => ({
      group: 'model',
      className: icon,
      title: board.append({ part: workflowPart[key] }),
      action: {
        click: (_: Event, source: Shape) => autoPlace.append(source, factory.createShape(made)),
        dragstart: (event: Event, source: Shape) => create.start(event, factory.createShape(made), { source }),
      },
    });
    const remove = {
      group: 'edit',
      className: 'bpmn-icon-trash',
      title: board.remove,
      action: { click: (_: Event, chosen: Shape | readonly Shape[]) => modeling.removeElements(Array.isArray(chosen) ? chosen : [chosen]) },
    };
    const link = {
      group: 'connect',
      className: 'bpmn-icon-connection-multi',
      title: board.connect,
      action: {
        click: (event: Event, from: Shape) => connect.start(event, from),
        dragstart: (event: Event, from: Shape) => connect.start(event, from),
      },
    };
    const attach = {
      group: 'model',
      className: 'bpmn-icon-intermediate-event-catch-non-interrupting-timer',
      title: board.append({ part: workflowPart['boundary timer'] }),
      action: {
        click: (_: Event, host: Shape) =>
          modeling.createShape(factory.createShape(onTask), { x: host.x + host.width - 24, y: host.y + host.height }, host, {
            attach: true,
          }),
      },
    };
    const lane = (icon: string, title: string, click: (_: Event, lane: Shape) => void) => ({
      group: 'lane',
      className: icon,
      title,
      action: { click },
    });
    const lanes = {
      above: lane('bpmn-icon-lane-insert-above', board.laneAbove, (_, one) => modeling.addLane(one, 'top')),
      divide: lane('bpmn-icon-lane-divide-two', board.laneDivide, (_, one) => modeling.splitLane(one, 2)),
      below: lane('bpmn-icon-lane-insert-below', board.laneBelow, (_, one) => modeling.addLane(one, 'bottom')),
    };

    const provider = {
      getMultiElementContextPadEntries: () => ({ remove }),
      getContextPadEntries({ type }: Shape) {
        if (type === 'bpmn:Lane' || type === 'bpmn:Participant') return { ...lanes, remove };
        const leadsOn = /Task$|Gateway$|StartEvent$|CatchEvent$|BoundaryEvent$/.test(type);
        const more = leadsOn ? drawable.flatMap((one) => (one.key === 'start' ? [] : [[one.key, append(one)] as const])) : [];
        return { ...Object.fromEntries(more), ...(/Task$/.test(type) && { attach }), ...(leadsOn && { link }), remove };
      },
    };
    providers.registerProvider(provider);
    return provider;
  }
  pad.$inject = ['contextPad', 'create', 'elementFactory', 'connect', 'modeling', 'autoPlace'];

  return { paletteProvider: ['factory', palette], contextPadProvider: ['factory', pad] };
}
