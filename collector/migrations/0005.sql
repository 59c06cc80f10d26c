-- A page that was slow, was put right and is found slow again: looked for whenever somebody says that a page is slow.
create index report_slow_fixed on report (org, origin, (doc #>> '{doc,context,path}'))
  where status = 'done' and not erased and doc #>> '{doc,kind}' = 'slow';
