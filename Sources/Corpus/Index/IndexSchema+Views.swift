extension IndexSchema {
  /// The views: what is in the folder now, joined as spreadsheets want it.
  static let views = """
    CREATE VIEW articles AS
    SELECT d.id, d.document, d.title, d.published, d.source, d.authors, d.script, d.region,
      d.encoding, d.repairs, d.removed_lines, d.characters, o.document AS duplicate_of, t.text
    FROM documents d JOIN texts t ON t.document = d.id
      LEFT JOIN documents o ON o.id = d.duplicate_of
    WHERE d.state = 'present';

    CREATE VIEW people AS
    SELECT d.document, d.title, d.published, d.source, m.name,
      CASE WHEN r.person IS NULL THEN m.role ELSE r.role END AS role,
      CASE WHEN r.person IS NULL THEN m.affiliation ELSE r.institution END AS affiliation,
      coalesce(r.former, 0) AS former,
      (SELECT count(*) FROM mentions n
        WHERE n.document = m.document AND n.type = 'person' AND n.name = m.name) AS mentions,
      m.text, substr(t.text, s.start + 1, s.end - s.start) AS sentence, m.start, m.end,
      o.document AS duplicate_of
    FROM mentions m JOIN documents d ON d.id = m.document JOIN texts t ON t.document = d.id
      LEFT JOIN sentences s ON s.document = m.document AND s.ordinal = m.sentence
      LEFT JOIN relations r ON r.document = m.document AND r.person = m.name
      LEFT JOIN documents o ON o.id = d.duplicate_of
    WHERE m.type = 'person' AND d.state = 'present' AND NOT EXISTS (
      SELECT 1 FROM mentions n WHERE n.document = m.document AND n.ordinal < m.ordinal
        AND n.type = 'person' AND n.name = m.name);

    CREATE VIEW figures AS
    SELECT d.document, d.title, d.published, d.source, m.text, m.subtype, m.value, m.value_max,
      m.unit, m.qualifier, m.direction, m.subject,
      (SELECT r.place FROM relations r WHERE r.document = m.document AND r.figure = m.name
        ORDER BY r.ordinal LIMIT 1) AS place,
      (SELECT r.date FROM relations r WHERE r.document = m.document AND r.figure = m.name
        ORDER BY r.ordinal LIMIT 1) AS date,
      substr(t.text, s.start + 1, s.end - s.start) AS sentence, m.start, m.end,
      o.document AS duplicate_of
    FROM mentions m JOIN documents d ON d.id = m.document JOIN texts t ON t.document = d.id
      LEFT JOIN sentences s ON s.document = m.document AND s.ordinal = m.sentence
      LEFT JOIN documents o ON o.id = d.duplicate_of
    WHERE m.type = 'figure' AND d.state = 'present';

    CREATE VIEW statements AS
    SELECT d.document, d.title, d.published, d.source, s.ordinal AS sentence_number,
      substr(t.text, s.start + 1, s.end - s.start) AS sentence,
      group_concat(CASE m.type WHEN 'person' THEN m.name END, '; ') AS people,
      group_concat(CASE m.type WHEN 'institution' THEN m.name END, '; ') AS institutions,
      group_concat(CASE m.type WHEN 'place' THEN m.name END, '; ') AS places,
      group_concat(CASE m.type WHEN 'figure' THEN m.text END, '; ') AS figures,
      group_concat(CASE m.type WHEN 'date' THEN m.value END, '; ') AS dates,
      group_concat(CASE m.type WHEN 'policy' THEN m.name END, '; ') AS policies,
      s.start, s.end, o.document AS duplicate_of
    FROM sentences s JOIN documents d ON d.id = s.document JOIN texts t ON t.document = d.id
      JOIN mentions m ON m.document = s.document AND m.sentence = s.ordinal
      LEFT JOIN documents o ON o.id = d.duplicate_of
    WHERE d.state = 'present'
    GROUP BY s.document, s.ordinal;

    """
}
