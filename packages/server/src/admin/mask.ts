/**
 * An address of which only its first letters and its last domain are left: enough to tell two people of one name
 * apart, too little to write to one. `alice@mail.example.org` is `a•••@m•••.org`.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return `${firstOf(local)}•••@${firstOf(domain)}•••${domain.slice(domain.lastIndexOf("."))}`;
}

/** People write their address where a name is asked for, and imports put it there. */
export function maskAddressesIn(name: string): string {
  return name.replace(/[^\s<>()"',;]+@[^\s<>()"',;]+/g, maskAddress);
}

const firstOf = (text: string) => [...text][0] ?? "";
