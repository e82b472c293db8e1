import { type OfficerAct, officerActs } from '#domain/dossier/open-acts.ts';

/** How an act is named in an address. */
export const slugOf = {
  'receive dossier': 'tiep-nhan',
  'draft result': 'lap-ket-qua',
  'sign result': 'ky',
  'number result': 'vao-so',
  'hand on dossier': 'chuyen-buoc',
  'return result': 'tra-ket-qua',
  'request supplement': 'bo-sung',
  'ask payment': 'yeu-cau-nop-tien',
  'record payment': 'da-nop-tien',
  'suspend dossier': 'tam-dung',
  'resume dossier': 'lam-tiep',
  'reopen dossier': 'mo-lai',
  'record message': 'da-co-thong-tin',
  'move to version': 'doi-phien-ban',
  'not accept dossier': 'khong-tiep-nhan',
  'take back dossier': 'lay-lai',
  'send back dossier': 'tra-lai',
  'refuse dossier': 'tu-choi',
  'take dossier': 'nhan-lam',
  'assign dossier': 'giao-viec',
  'answer withdrawal': 'tra-loi-rut',
  'correct dossier': 'dinh-chinh',
  apologise: 'xin-loi',
} as const satisfies Record<OfficerAct, string>;

export function actOfSlug(slug: string | null): OfficerAct | undefined {
  return officerActs.find((act) => slugOf[act] === slug);
}
