/**
 * JSON knows no instants; by our naming, they are what ends in `At`, at any depth.
 */
export function withInstants<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withInstants) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, isInstant(name, part) ? new Date(part) : withInstants(part)]),
  ) as Value;
}

function isInstant(name: string, part: unknown): part is string {
  return name.endsWith('At') && typeof part === 'string';
}
