-- What is published for everybody is read without looking at every report.
create index report_published on report (org) where doc #> '{doc,summary}' is not null and not erased;
