-- The figures of the cohort command, by DuckDB, from the same exported results.
--
--   SET VARIABLE results = 'results/*.json';       -- or one file with a result per line
--   SET VARIABLE instrument = 'instrument.json';   -- the questionnaire that they answer
--   SET VARIABLE hash = 'fnv1a64:…';               -- which of the instruments listed below
--
-- It trusts the files: an invalid answer counts as left out, and duplicate keys are DuckDB's to
-- resolve. What the figures mean, and what they do not: docs/cohort.md.

CREATE OR REPLACE TEMP TABLE result AS
SELECT row_number() OVER () AS person, instrument, responses
FROM read_json(
  getvariable('results'),
  columns = {
    instrument: 'STRUCT(id VARCHAR, version VARCHAR, hash VARCHAR, form VARCHAR)',
    responses: 'MAP(VARCHAR, VARCHAR)'
  });

-- The instruments that the results answer. If there are several hashes, select one.
SELECT instrument.id, instrument.version, instrument.hash, instrument.form, count(*) AS results
FROM result
GROUP BY ALL
ORDER BY results DESC;

-- Every form's items, with keying and the sets that they belong to.
CREATE OR REPLACE TEMP TABLE item AS
WITH file AS (
  FROM read_json(getvariable('instrument'), columns = {
    items: 'STRUCT(id VARCHAR, scale VARCHAR, facet VARCHAR, keying VARCHAR)[]',
    scales: 'STRUCT(id VARCHAR)[]',
    facets: 'STRUCT(id VARCHAR)[]',
    forms: 'STRUCT("full" VARCHAR[], short VARCHAR[])'
  })
), listed AS (
  SELECT 'full' AS form, unnest(forms."full") AS id FROM file
  UNION ALL
  SELECT 'short', unnest(forms.short) FROM file
)
SELECT form, id, each.scale, each.facet, each.keying = 'reverse' AS reverse,
  list_position(list_transform(scales, lambda s: s.id), each.scale) AS scale_place,
  list_position(list_transform(facets, lambda f: f.id), each.facet) AS facet_place
FROM listed
JOIN (SELECT unnest(items) AS each, scales, facets FROM file) ON each.id = listed.id;

-- Keyed answers 1 to 5, and the marks "does not apply".
CREATE OR REPLACE TEMP TABLE answer AS
WITH listed AS (
  SELECT person, instrument.form AS form,
    unnest(map_keys(responses)) AS id, unnest(map_values(responses)) AS response
  FROM result
  WHERE instrument.hash = getvariable('hash')
), number AS (
  SELECT *, TRY_CAST(response AS TINYINT) AS raw FROM listed
)
SELECT person, form, id, scale, facet, response = 'not_applicable' AS not_applicable,
  CASE WHEN raw BETWEEN 1 AND 5 THEN if(reverse, 6 - raw, raw) END AS k
FROM number JOIN item USING (form, id);

-- Directions that do not apply: all their items are marked so. They leave the facets.
CREATE OR REPLACE TEMP TABLE absent AS
SELECT person, form, scale
FROM answer
GROUP BY person, form, scale
HAVING count(*) FILTER (not_applicable) =
  (SELECT count(*) FROM item WHERE item.form = answer.form AND item.scale = answer.scale);

-- What each person's answers to each set come to.
CREATE OR REPLACE TEMP TABLE person_set AS
WITH size AS (
  SELECT form, 'scale' AS kind, scale AS id, count(*) AS items FROM item GROUP BY ALL
  UNION ALL
  SELECT form, 'facet', facet, count(*) FROM item WHERE facet IS NOT NULL GROUP BY ALL
), lost AS (
  SELECT person, form, facet AS id, count(*) AS items
  FROM absent JOIN item USING (form, scale) WHERE facet IS NOT NULL GROUP BY ALL
), given AS (
  SELECT person, form, 'scale' AS kind, scale AS id, count(k) AS answered, sum(k) AS total
  FROM answer GROUP BY ALL
  UNION ALL
  SELECT person, form, 'facet', facet, count(k), sum(k)
  FROM answer ANTI JOIN absent USING (person, scale) WHERE facet IS NOT NULL GROUP BY ALL
)
SELECT given.*, size.items, answered = size.items AS complete,
  25.0 * (total - answered) / answered AS score
FROM given
JOIN size USING (form, kind, id)
LEFT JOIN lost ON kind = 'facet' AND lost.person = given.person AND lost.id = given.id
-- Scored: more than half of the items that apply, and at least two.
WHERE answered >= 2 AND 2 * answered > size.items - coalesce(lost.items, 0);

CREATE OR REPLACE TEMP TABLE figures AS
WITH spread AS (
  SELECT form, kind, id, any_value(items) AS items,
    count(*) AS scored, avg(score) AS mean, stddev_samp(score) AS sd,
    count(*) FILTER (complete) AS complete,
    stddev_samp(score) FILTER (complete) AS complete_sd,
    var_samp(total) FILTER (complete) AS of_sum
  FROM person_set GROUP BY ALL
), variance AS (
  SELECT form, kind, set.id, answer.id AS item, var_samp(k) AS of_item
  FROM answer JOIN person_set AS set USING (person, form)
  WHERE complete AND set.id = if(kind = 'scale', scale, facet)
  GROUP BY ALL
), consistency AS (
  SELECT form, kind, id, items / (items - 1) * (1 - sum(of_item) / nullif(any_value(of_sum), 0)) AS alpha
  FROM spread LEFT JOIN variance USING (form, kind, id)
  GROUP BY form, kind, id, items
), place AS (
  SELECT 'scale' AS kind, scale AS id, any_value(scale_place) AS place FROM item GROUP BY ALL
  UNION ALL
  SELECT 'facet', facet, any_value(facet_place) FROM item WHERE facet IS NOT NULL GROUP BY ALL
)
SELECT form, kind, id, items, scored, mean, sd, complete, alpha,
  if(alpha BETWEEN 0 AND 1, complete_sd * sqrt(1 - alpha), NULL) AS sem, place
FROM spread JOIN consistency USING (form, kind, id) JOIN place USING (kind, id);

SELECT form, kind, id, items, scored, round(mean, 1) AS mean, round(sd, 1) AS sd, complete,
  round(alpha, 3) AS alpha, round(sem, 2) AS sem
FROM figures
ORDER BY form, kind DESC, place;
