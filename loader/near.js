// When to fetch the program: once the element is near the viewport, or touched.

/** How far outside the window, in viewport heights, it is near. */
const NEAR = "100%";
const TOUCHES = ["pointerenter", "pointerdown", "focusin"];

/** Calls `start` when `host` is near or touched, maybe more than once. @returns what ends that */
export function whenNear(host, start) {
  const touched = new AbortController();
  for (const touch of TOUCHES) {
    host.addEventListener(touch, start, { __proto__: null, signal: touched.signal, once: true });
  }
  if (typeof IntersectionObserver !== "function") {
    start();
    return () => touched.abort();
  }
  const seen = (entries) => {
    for (const { isIntersecting } of entries) if (isIntersecting) start();
  };
  const observer = new IntersectionObserver(seen, { __proto__: null, rootMargin: NEAR });
  observer.observe(host);
  return () => {
    touched.abort();
    observer.disconnect();
  };
}
