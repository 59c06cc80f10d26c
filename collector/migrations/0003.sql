-- A document of some 2 KB would else be compressed or moved out of its row, which takes longer than all the rest of
-- storing it. From here on only what does not fit into a page of 8 KB leaves its row.
alter table report set (toast_tuple_target = 8160);
alter table event set (toast_tuple_target = 8160);
