-- Pictures. Documents of before name none, and the fold that goes on from them expects a list.
update report set doc = jsonb_set(doc, '{doc,attachments}', '[]')
  where not erased and doc->'doc' is not null and doc->'doc'->'attachments' is null;
create index blob_report on blob (org, report);
