import list from './words/body-regions.json' with { type: 'json' };

/** A part of the body as a body map names it. Left and right are the person's own. */
export interface BodyRegion {
  readonly id: string;
  readonly side: 'front' | 'back';
  readonly words: string;
}

export const bodyRegions: readonly BodyRegion[] = list.regions as readonly BodyRegion[]; // `as`: JSON knows no unions.

const byId = new Map(bodyRegions.map((region) => [region.id, region]));

export function isBodyRegion(id: string): boolean {
  return byId.has(id);
}

/** In words. One that a later version wrote stands as it is. */
export function bodyRegionWords(id: string): string {
  const region = byId.get(id);
  return region === undefined ? id : region.words;
}
