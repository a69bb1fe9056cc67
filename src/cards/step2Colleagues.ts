import { consultableRoles, isOutsideSchool, roles, type PersonId, type Role } from '../protocol/roles';
import type { SchoolView } from './context';
import type { Tongue } from '../text/tongue';

/** A colleague who may be asked, in the role in which they are asked. */
export type Consultable = { id: PersonId; name: string; role: Role };

/**
 * Whom the school agreed to consult, without whoever asks; the intern begeleider comes first.
 * The role is the first of the protocol's list that this colleague holds here.
 */
export const consultableAt = (
  { colleagues, consultable }: Pick<SchoolView, 'colleagues' | 'consultable'>,
  asker: PersonId,
): readonly Consultable[] => {
  const order = consultableRoles.filter((role) => consultable.includes(role));
  return colleagues
    .filter(({ id }) => id !== asker)
    .flatMap(({ id, name, roles: held }) => {
      const role = order.find((one) => held.includes(one));
      return role ? [{ id, name, role }] : [];
    })
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
};

/** 'Annemiek Kuipers (jeugdverpleegkundige, buiten de school)' */
export const titleOf = (t: Tongue, { name, role }: Omit<Consultable, 'id'>): string =>
  `${name} (${t(roles[role]).toLowerCase()}${isOutsideSchool(role) ? t(', buiten de school') : ''})`;
