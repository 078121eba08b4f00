import { Checkbox } from '@mantine/core';
import type { Role } from '../../../shared/api.ts';
import { useT } from '../../words.ts';

const roles = ['officer', 'analyst', 'interviewer', 'administrator'] as const satisfies readonly Role[];
export const isRole = (code: string): code is Role => roles.some((role) => role === code);

/** What a member of staff may do: one or more roles, each with what it is for. */
export function RoleTicks({ chosen, onChoose }: { chosen: readonly Role[]; onChoose: (roles: Role[]) => void }) {
  const t = useT();
  return (
    <Checkbox.Group label={t('staff.roles')} value={[...chosen]} onChange={(all) => onChoose(all.filter(isRole))}>
      <div className="ticks">
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} description={t(`staff.may_${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
