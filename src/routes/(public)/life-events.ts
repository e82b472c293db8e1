import type { IconName } from '#lib/ui/icons.ts';
import type { Words } from '#lib/words/words.ts';

type LifeEvent = { readonly icon: IconName; readonly name: string; readonly what: string; readonly href: string };

/** Where the things that happen in life lead to in the catalogue. */
export function lifeEvents({ lifeEvent: said }: Words): readonly LifeEvent[] {
  return [
    { icon: 'baby', name: said.birth, what: said.birthWhat, href: '/thu-tuc?q=khai+sinh' },
    { icon: 'rings', name: said.marriage, what: said.marriageWhat, href: '/thu-tuc?q=hôn' },
    { icon: 'land', name: said.land, what: said.landWhat, href: '/thu-tuc?linh-vuc=dat-dai' },
    { icon: 'house', name: said.building, what: said.buildingWhat, href: '/thu-tuc?linh-vuc=xay-dung' },
    { icon: 'shop', name: said.business, what: said.businessWhat, href: '/thu-tuc?linh-vuc=ho-kinh-doanh' },
    { icon: 'stamp', name: said.copies, what: said.copiesWhat, href: '/thu-tuc?linh-vuc=chung-thuc' },
    { icon: 'school', name: said.school, what: said.schoolWhat, href: '/thu-tuc?linh-vuc=giao-duc' },
    { icon: 'care', name: said.help, what: said.helpWhat, href: '/thu-tuc?linh-vuc=nguoi-co-cong' },
    { icon: 'leaf', name: said.death, what: said.deathWhat, href: '/thu-tuc?q=khai+tử' },
  ];
}
