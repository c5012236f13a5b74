package io.onhand.web.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;

/**
 * The way on from a form. Browsers hold the whole chain of redirects after a form against its
 * page's {@code form-action}. The issuer's answer may lead to any program that asked for it, so
 * there a page of ours ends the chain and leads on.
 */
final class Onward {

    private static final String REFRESH = "Refresh";
    private static final String ISSUER = "/oauth2/";

    private Onward() {}

    /**
     * Goes on.
     *
     * @param address a page of ours
     * @return the name of a view
     */
    static String to(String address, Model model, HttpServletResponse response) {
        if (!address.startsWith(ISSUER)) {
            return "redirect:" + address;
        }
        response.setHeader(REFRESH, "0; url=" + address);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("address", address);
        return "site/onward";
    }
}
