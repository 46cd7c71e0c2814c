import hello from "./yew-hello.mjs";
export default { ...hello, name: "yew-chain" };
