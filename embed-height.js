// For a page with the audit in an iframe: gives the frame the height that the page in it asks for.
// Every <iframe class="leadership-audit"> of the page is served, however many there are.
(() => {
  const frames = () => document.querySelectorAll("iframe.leadership-audit");

  /** Whether a message of this origin may come from a frame: a sandbox can take its origin away. */
  function mayCome(frame, origin) {
    const { sandbox, src } = frame;
    const isOpaque = frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin");
    return origin === (isOpaque ? "null" : new URL(src, document.baseURI).origin);
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (data?.type !== "leadership-audit-height" || !Number.isInteger(data.height)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source || !mayCome(frame, origin)) continue;
      frame.height = data.height;
      // The line below the frame, for when nothing appears in it.
      const line = frame.nextElementSibling;
      if (line?.matches(".leadership-audit-link")) line.hidden = true;
    }
  });

  // A frame that was quicker than this script says its height again when its size changes.
  for (const frame of frames()) frame.height = Number(frame.height) + 1;
})();
