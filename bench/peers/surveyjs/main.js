// SurveyJS as its documentation sets it up: survey-core model + survey-js-ui
// renderer, one radiogroup per page, progress bar, answers kept on each change.
import { Model } from "survey-core";
import "survey-core/survey-core.fontless.min.css";
import "survey-js-ui";
import { build } from "../surveyjs-model.js";

build(Model).render(document.getElementById("app"));
