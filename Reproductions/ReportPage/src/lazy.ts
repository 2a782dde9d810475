// What is far away is made when it comes near, or when there is nothing else to do; all of it before it is printed.
type Make = () => void;

const waiting = new Map<Element, Make>();
let idle = 0;

const near = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) make(entry.target);
}, { rootMargin: '800px' });

/** Makes the content of an element later. */
export function later(element: Element, content: Make): void {
  waiting.set(element, content);
  near.observe(element);
  schedule();
}

/** Makes everything in a part of the page at once. */
export function all(within: Element): void {
  for (const element of [...waiting.keys()]) if (within.contains(element)) make(element);
}

/** Forgets what is waiting in a part of the page. */
export function forget(within: Element): void {
  for (const element of [...waiting.keys()]) {
    if (!within.contains(element)) continue;
    waiting.delete(element);
    near.unobserve(element);
  }
}

function make(element: Element): void {
  const content = waiting.get(element);
  waiting.delete(element);
  near.unobserve(element);
  content?.();
}

function schedule(): void {
  if (idle !== 0) return;
  const request = window.requestIdleCallback
    ?? ((run: IdleRequestCallback) => window.setTimeout(run, 50, { timeRemaining: () => 0, didTimeout: false }));
  idle = request((deadline) => {
    idle = 0;
    do {
      const next = waiting.keys().next().value;
      if (next) make(next);
    } while (waiting.size > 0 && deadline.timeRemaining() > 5);
    if (waiting.size > 0) schedule();
  });
}
