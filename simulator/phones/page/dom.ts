type Child = Node | string | undefined | false;

/** Properties of an element, its `class`, `aria-` and `data-` attributes, and listeners as `onclick` and the like. */
type Attributes = Readonly<Record<string, string | boolean | EventListener | undefined>>;

/** Makes an element. Text children are text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

function set(element: HTMLElement, name: string, value: Attributes[string]): void {
  if (typeof value === 'function') element.addEventListener(name.slice(2), value);
  else if (value === true) element.setAttribute(name, '');
  else if (typeof value === 'string') element.setAttribute(name, value);
}

/** Replaces the content of an element; when the focus was in there, it goes to the first control of the new content. */
export function replaceContent(element: HTMLElement, ...children: Child[]): void {
  const hadFocus = element.contains(document.activeElement);
  element.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
  if (hadFocus) element.querySelector<HTMLElement>('button, input')?.focus();
}
