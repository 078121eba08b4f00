import { createContext, use } from 'react';
import type { Me, Role } from '../../shared/api.ts';

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only inside the frame, where somebody is. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('Nobody is signed in here.');
  return me;
}

/** True when whoever is signed in has one of these roles. */
export const useMay = (...roles: readonly Role[]): boolean => {
  const mine = useMe().roles;
  return roles.some((role) => mine.includes(role));
};
