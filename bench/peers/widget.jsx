// The questionnaire as a component, compiled for Preact and for React: `hooks` is an alias of the build.
import { useState, useRef, useEffect } from "hooks";
import { load, save, scores, chart, download } from "./shared.js";

function Results({ def, answers }) {
  const head = useRef(null);
  useEffect(() => head.current.focus(), []);
  const rows = scores(def, answers);
  return (
    <section className="w">
      <h2 tabIndex={-1} ref={head}>
        Results
      </h2>
      <div dangerouslySetInnerHTML={{ __html: chart(rows) }} />
      <ul>
        {rows.map((x) => (
          <li key={x.label}>
            {x.label}: <b>{x.mean.toFixed(2)}</b>
          </li>
        ))}
      </ul>
      <nav>
        <button onClick={() => download(def, answers)}>Download JSON</button>
      </nav>
    </section>
  );
}

export function Widget({ def }) {
  const [state, setState] = useState(() => load(def));
  const legend = useRef(null);
  const moved = useRef(false);
  const { i, a } = state,
    n = def.items.length;
  useEffect(() => {
    if (moved.current) legend.current?.focus();
  }, [i]);
  const update = (s) => {
    setState(s);
    save(def, s.i, s.a);
  };
  const go = (d) => {
    moved.current = true;
    update({ i: i + d, a });
  };
  if (i >= n) return <Results def={def} answers={a} />;
  const choose = (v) => update({ i, a: a.with(i, v) });
  return (
    <section className="w" aria-label={def.title}>
      <progress max={n} value={i} />
      <p>
        {i + 1} / {n}
      </p>
      <fieldset>
        <legend tabIndex={-1} ref={legend}>
          {def.items[i].text}
        </legend>
        {def.options.map((o, k) => (
          <label key={k}>
            <input
              type="radio"
              name="v"
              value={k + 1}
              checked={a[i] === k + 1}
              onChange={() => choose(k + 1)}
            />
            {o}
          </label>
        ))}
      </fieldset>
      <nav>
        <button disabled={!i} onClick={() => go(-1)}>
          Back
        </button>
        <button disabled={!a[i]} onClick={() => go(1)}>
          Next
        </button>
      </nav>
    </section>
  );
}
