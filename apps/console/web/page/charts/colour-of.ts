/** A colour of tokens.css as it is now, for what is drawn on a canvas and knows no `light-dark()`. */
export function colourOf(place: Element, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
