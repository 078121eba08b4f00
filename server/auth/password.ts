/** How passwords are kept: scrypt, as the sign-in library checks them. */
export { hashPassword } from 'better-auth/crypto';
