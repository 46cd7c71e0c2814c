import vanilla from "./vanilla.mjs";
export default { name: "wasm-min", loadOnly: true, page: vanilla.page };
