// Imports the element from where it says that its files are, and gives it its colours.
//
// An ordinary script, for optimisers: it may be combined, inlined, minified, moved or delayed, since it knows no address of its
// own. Colours come here rather than as a style attribute, which a strict policy forbids.
(function () {
  function start() {
    var elements = document.querySelectorAll("leadership-audit[files-href]");
    for (var element of elements) {
      for (var { name, value } of Array.from(element.attributes)) {
        if (name.indexOf("data-colour-") !== 0) continue;
        element.style.setProperty("--leadership-audit-" + name.slice("data-colour-".length), value);
      }
    }
    if (elements.length === 0) return false;
    import(elements[0].getAttribute("files-href") + "leadership-audit.js?ver=@VERSION@");
    return true;
  }
  // Moved into the head, it runs before there is an element.
  if (!start()) document.addEventListener("DOMContentLoaded", start);
})();
