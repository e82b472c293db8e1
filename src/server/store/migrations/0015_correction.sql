-- What was typed wrongly is corrected by an event; by whom a dossier is listed and found follows it.
-- Ground: domain.md §4 (a mistake is corrected by another event).
grant update (folded) on dossier_search to motcua_app;
