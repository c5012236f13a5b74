package io.onhand.plugins;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the one address at which a vendor is asked. A name that has any address which is not public
 * has none: it may be meant to lead inside.
 */
final class PublicAddresses implements DnsResolver {

    /** Who knows the addresses of a name. */
    interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** A name leads to an address that is not public. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host + " has an address that is not public");
        }
    }

    /** Not public in IPv4, or public and a cloud's own service. */
    private static final List<Block> INSIDE_4 =
            Block.list(
                    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
                            + " 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16"
                            + " 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4"
                            + " 240.0.0.0/4 168.63.129.16/32");

    /** The only public block of IPv6; IPv4 in disguise and all kinds of local lie outside. */
    private static final Block OUTSIDE_6 = Block.of("2000::/3");

    /** Within it: what is not routed, and tunnels that lead to an IPv4 address. */
    private static final List<Block> INSIDE_6 =
            Block.list("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

    private final Names names;

    PublicAddresses(Names names) {
        this.names = names;
    }

    /** Whether anybody in the world may be found at this address. */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return INSIDE_4.stream().noneMatch(block -> block.holds(address));
        }
        return OUTSIDE_6.holds(address)
                && INSIDE_6.stream().noneMatch(block -> block.holds(address));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.of(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            throw new NotPublic(host);
        }
        return new InetAddress[] {found[0]};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Addresses that begin with the same bits. */
    private record Block(byte[] start, int bits) {

        static List<Block> list(String texts) {
            return Arrays.stream(texts.split(" ")).map(Block::of).toList();
        }

        static Block of(String text) {
            String[] parts = text.split("/");
            return new Block(
                    InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
