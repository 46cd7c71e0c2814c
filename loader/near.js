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

/** Whether an element is near now: an observer tells only after the next frame. In a frame it alone knows. */
export function isNear(host) {
  if (parent !== window || host.getClientRects().length === 0) return false;
  const { top, bottom, left, right } = host.getBoundingClientRect();
  const { innerHeight: height, innerWidth: width } = window;
  return bottom >= -height && top <= 2 * height && right >= -width && left <= 2 * width;
}
