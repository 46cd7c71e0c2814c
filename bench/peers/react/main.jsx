// What a typical site developer would write: a React component in the page itself, its style in a file of its own.
import { createRoot } from "react-dom/client";
import { definition } from "../shared.js";
import { Widget } from "../widget.jsx";
import "../widget.css";

createRoot(document.getElementById("app")).render(<Widget def={definition()} />);
