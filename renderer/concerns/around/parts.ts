/** The pages that add somebody to a concern, or what was found. A draft names its page by the key. */
export const aroundParts = {
  people: '/concerns/$concern/people',
  'risk-checklist': '/concerns/$concern/risk-checklist',
  'body-map': '/concerns/$concern/body-map',
} as const;

export type AroundPart = keyof typeof aroundParts;

export function isAroundPart(name: unknown): name is AroundPart {
  return typeof name === 'string' && Object.hasOwn(aroundParts, name);
}
