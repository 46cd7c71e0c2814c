// Platforms give out a package's files only to a learner who is logged in, and know one by a cookie. The audit asks for
// its files without cookies wherever it is; here the requests to the package's own folder carry them.
const folder = new URL("../", import.meta.url).href;
const { fetch } = window;

window.fetch = (address, options) => {
  const isOurs = String(address).startsWith(folder);
  return fetch(address, isOurs ? { ...options, credentials: "same-origin" } : options);
};
