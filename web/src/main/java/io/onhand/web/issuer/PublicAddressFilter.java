package io.onhand.web.issuer;

import io.onhand.web.start.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the issuer be called by its public address, whatever a request says: who sends another
 * {@code Host} must not get tokens of another issuer.
 */
class PublicAddressFilter extends OncePerRequestFilter {

    private final PublicUrl url;

    PublicAddressFilter(PublicUrl url) {
        this.url = url;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Addressed(request, URI.create(url.value())), response);
    }

    private static final class Addressed extends HttpServletRequestWrapper {

        private final URI address;

        Addressed(HttpServletRequest request, URI address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public boolean isSecure() {
            return address.getScheme().equals("https");
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            if (address.getPort() > 0) {
                return address.getPort();
            }
            return isSecure() ? 443 : 80;
        }
    }
}
