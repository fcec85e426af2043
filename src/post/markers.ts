export interface Marker {
  family: string;
  ordinal: number;
  start: number;
  end: number;
}
export const MARKER_STARTS = "";
export function readMarker(_text: string, _at: number): Marker | undefined {
  return undefined;
}
