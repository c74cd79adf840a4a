package org.hotdesk.rest;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

import java.io.IOException;

/** Where a body is needed, no body and JSON's null are refused. */
final class BodyThere implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw Fault.of(
                    Fault.Category.INVALID,
                    "body-missing",
                    new Words("请发送一个 JSON 对象，可以是 {}。", "Send a JSON object; {} if need be."));
        }
        return body;
    }
}
