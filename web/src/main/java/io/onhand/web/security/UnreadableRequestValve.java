package io.onhand.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands where Tomcat writes a page about what it refused, and answers the API's callers. */
class UnreadableRequestValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequestValve.class);

    private final UnreadableRequests unreadable;

    UnreadableRequestValve(UnreadableRequests unreadable) {
        this.unreadable = unreadable;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        boolean open =
                response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                        && response.getContentWritten() == 0
                        && UnreadableRequests.isForApi(request);
        if (!open) {
            super.report(request, response, thrown);
        } else if (response.setErrorReported()) {
            try {
                unreadable.answer(request, response);
            } catch (IOException | RuntimeException e) {
                log.warn("A request that cannot be read was not answered", e);
            }
        }
    }
}
