// What is drawn anew gives the focus back: to the same thing, or to what stands in its place.

const REACHABLE = "a[href], button, input, select, summary, textarea, [tabindex]";

export function focusIn(box) {
  const one = document.activeElement;
  if (one === box || !box.contains(one)) return () => {};
  const place = placeOf(one);
  const index = reachable(box).indexOf(one);
  const { selectionStart: start, selectionEnd: end } = one;
  return () => {
    if (box.contains(document.activeElement)) return;
    const all = reachable(box);
    const again = at(place, box) ?? all[Math.min(index, all.length - 1)];
    again?.focus({ preventScroll: true });
    if (Number.isInteger(start) && again?.type === one.type) again.setSelectionRange(start, end);
  };
}

// The thing itself, or what has been drawn in its place since.
export const living = (one) => (one?.isConnected ? one : one && at(placeOf(one), document));

function placeOf(one) {
  const named = one.closest("[data-key]");
  return { item: one.closest("[data-item]")?.dataset.item, key: named?.dataset.key, nth: named ? reachable(named).indexOf(one) : 0 };
}

function at({ item, key, nth }, box) {
  const around = item ? box.querySelector(`[data-item="${CSS.escape(item)}"]`) : box;
  const named = key && around?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (named) return named.matches(REACHABLE) ? named : reachable(named).at(nth);
  return item && around?.matches(REACHABLE) ? around : null;
}

const reachable = (box) => [...box.querySelectorAll(REACHABLE)];
