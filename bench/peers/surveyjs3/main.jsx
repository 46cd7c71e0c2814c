// SurveyJS 3.0 with its React renderer (no newer survey-js-ui is in the registry mirror).
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import "survey-core/survey-core.fontless.min.css";
import { Survey } from "survey-react-ui";
import { build } from "../surveyjs-model.js";
createRoot(document.getElementById("app")).render(<Survey model={build(Model)} />);
