-- How hard an attempt was played; headers from before there were levels do not say so.
ALTER TABLE attempt ADD COLUMN level TEXT GENERATED ALWAYS AS (coalesce(json_extract(header, '$.level'), 'usual')) VIRTUAL;
