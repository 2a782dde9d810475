export type Child = Node | string | null | undefined | false;

/** An element: name and classes (`td.narrow`), attributes, children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K | `${K}.${string}`, attributes: Record<string, string | boolean | undefined> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = name.split('.') as [K, ...string[]];
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(attribute, '');
    else if (typeof value === 'string') element.setAttribute(attribute, value);
  }
  element.append(...children.filter((child): child is Node | string => child instanceof Node || !!child));
  return element;
}

/** An element of a drawing. */
export function svg(name: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children);
  return element;
}

/** A button that copies a text, and says so. */
export function copyButton(text: string, what: string): HTMLButtonElement {
  const button = h('button.copy', { type: 'button', 'aria-label': `Copy ${what}` }, 'Copy');
  button.addEventListener('click', () => {
    void copied(text).then((done) => {
      button.textContent = done ? 'Copied' : 'Select and copy by hand';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
  });
  return button;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from disk may not be allowed to use the clipboard directly.
    const area = h('textarea', { readonly: true }, text);
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
