-- Dossiers that wait for a supplement, so that those nobody answered are found without reading all others.
-- The time itself stands in the row's standing, which no index may name: every act writes it.
create index dossier_awaiting_supplement on dossier (dossier_id) where state = 'awaiting supplement';
