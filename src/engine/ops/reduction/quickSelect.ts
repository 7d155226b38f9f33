/**
 * Finds the element that is at place `k` of a row when it is sorted, with NaN last, and its original position. Of equal
 * elements, it is the one that ATen's `quick_select_template` finds. Changes the order of both arrays.
 */
export function quickSelect(row: Float64Array, places: Float64Array, k: number): [value: number, place: number] {
  const above = (a: number, b: number): boolean => (a !== a && b === b) || a > b;
  const exchange = (i: number, j: number): void => {
    for (const list of [row, places]) [list[i], list[j]] = [list[j], list[i]];
  };
  let left = 0;
  let right = row.length - 1;
  while (right > left) {
    if (right === left + 1) {
      if (above(row[left], row[right])) exchange(left, right);
      break;
    }
    exchange(left + ((right - left) >> 1), left + 1);
    if (above(row[left + 1], row[right])) exchange(left + 1, right);
    if (above(row[left], row[right])) exchange(left, right);
    if (above(row[left + 1], row[left])) exchange(left + 1, left);
    const pivot = row[left];
    let i = left + 1;
    let j = right;
    for (;;) {
      do i++;
      while (above(pivot, row[i]));
      do j--;
      while (above(row[j], pivot));
      if (j < i) break;
      exchange(i, j);
    }
    exchange(left, j);
    if (j <= k) left = i;
    if (j >= k) right = j - 1;
  }
  return [row[k], places[k]];
}
