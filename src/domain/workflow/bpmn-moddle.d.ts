/** The part of bpmn-moddle that is used here; the package brings types for elements of BPMN only. */
declare module 'bpmn-moddle' {
  /** An element of the file: its BPMN properties by name, whatever they hold. */
  export type ModdleElement = {
    readonly $type: string;
    readonly $attrs: Readonly<Record<string, unknown>>;
    readonly $parent?: ModdleElement;
    readonly id?: string;
    $instanceOf(type: string): boolean;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  };

  export type ModdleWarning = {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: string;
  };

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly ModdleWarning[] }>;
    toXML(element: ModdleElement, options?: { readonly format: boolean }): Promise<{ xml: string }>;
  }
}
