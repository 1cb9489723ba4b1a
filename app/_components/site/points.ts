/** "7.5 of 10 points". Shares make sums like 6.999999999, hence the rounding. */
export function pointsText(points: number, pointsMax: number): string {
  return `${pointNumber(points)} of ${pointNumber(pointsMax)} ${pointsMax === 1 ? 'point' : 'points'}`;
}

export function pointNumber(points: number): string {
  return String(Math.round(points * 100) / 100);
}
