import vanilla from "./vanilla.mjs";
export default { ...vanilla, name: "preact" };
