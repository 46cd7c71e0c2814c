import surveyjs from "./surveyjs.mjs";
export default { ...surveyjs, name: "surveyjs3" };
