package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.Connection;
import io.onhand.identity.Permission;
import io.onhand.plugins.PluginRunner;
import io.onhand.plugins.VendorSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Signs a person in at the vendor of a connection, so that nobody has to copy a token. */
@Controller
class VendorSignInPageController {

    private static final String BACK = "/app/connect/back";

    /** Which connection it is for: the vendor knows one address to come back to. */
    private static final String COOKIE = "onhand-connecting";

    private static final Duration TIME_MAX = Duration.ofMinutes(10);

    private final VisibleConnections visible;
    private final VendorSignIn signIn;
    private final PluginRunner plugins;
    private final HookAddresses addresses;

    VendorSignInPageController(
            VisibleConnections visible,
            VendorSignIn signIn,
            PluginRunner plugins,
            HookAddresses addresses) {
        this.visible = visible;
        this.signIn = signIn;
        this.plugins = plugins;
        this.addresses = addresses;
    }

    /** Leads to the vendor's page; a form of ours may not lead elsewhere by itself. */
    @PostMapping(VisibleConnections.PATH + "/{code}/sign-in")
    @PageNeeds(Permission.WRITE_SECRETS)
    ModelAndView begin(
            @PathVariable String code,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Connection connection = visible.get(code, visitor).connection();
        URI there =
                signIn.begin(connection.installation(), URI.create(addresses.page(BACK)))
                        .orElseThrow(PageRefused::nothingThere);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(code, TIME_MAX, request).toString());
        var page = new ModelAndView("connections/sign-in");
        page.addObject("connection", connection);
        page.addObject("there", there.toString());
        page.addObject("vendor", plugins.title(connection.plugin()));
        return page;
    }

    /** Where the vendor sends the person back to. */
    @GetMapping(BACK)
    @PageNeeds(Permission.WRITE_SECRETS)
    String back(
            @CookieValue(name = COOKIE, required = false) @Nullable String connecting,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "code", defaultValue = "") String granted,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (connecting == null) {
            throw PageRefused.nothingThere();
        }
        String code = UriUtils.decode(connecting, StandardCharsets.UTF_8);
        Connection connection = visible.get(code, visitor).connection();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString());
        String done =
                switch (signIn.finish(connection.installation(), state, granted)) {
                    case SIGNED_IN -> "signed-in";
                    case UNKNOWN -> "not-begun";
                    case REFUSED -> "denied";
                    case NO_ANSWER -> "no-answer";
                };
        return "redirect:" + VisibleConnections.address(code, "") + "?done=" + done;
    }

    private static ResponseCookie cookie(String code, Duration time, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, UriUtils.encode(code, StandardCharsets.UTF_8))
                .path(BACK)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(time)
                .build();
    }
}
