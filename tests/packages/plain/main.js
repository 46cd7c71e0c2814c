import "leadership-audit";

document.body.append(document.createElement("leadership-audit"));
