export type Part = Node | string;

/** An element with its properties and what stands in it. Text stays text: there is no way to markup here. */
export function draw<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...parts: Part[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  if (parts.length > 0) element.append(...parts);
  return element;
}
