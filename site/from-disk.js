// Browsers run no modules of a page that was opened from a disk: this ordinary script says so.
if (location.protocol === "file:") document.getElementById("from-disk").hidden = false;
