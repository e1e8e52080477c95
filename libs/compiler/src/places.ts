import type { Place } from '@isochron/authoring';

/** Thrift path (`sources[0].events.query.selects.late`, `aggregations[2]`) -> where an author wrote it. Beside the Thrift value, never in it. */
export type Places = ReadonlyMap<string, Place>;

/** The place of a path, or of the nearest thing around it that has one; null for objects that no author wrote here. */
export function placeOf(places: Places, path: string): Place | null {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['), 0))) {
    const place = places.get(at);
    if (place !== undefined) return place;
    if (at === '') return null;
  }
}

/** The path of something in the thing at `path`. */
export const within = (path: string, inner: string): string => (path === '' ? inner : `${path}.${inner}`);
