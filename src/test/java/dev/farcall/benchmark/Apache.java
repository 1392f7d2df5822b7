package dev.farcall.benchmark;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;
import org.apache.xmlrpc.server.XmlRpcLocalStreamServer;
import org.xml.sax.SAXException;

/** The parser and the serializer of Apache XML-RPC, as its own server uses them. */
final class Apache extends XmlRpcLocalStreamServer {

  private final XmlRpcHttpRequestConfigImpl config = new XmlRpcHttpRequestConfigImpl();

  XmlRpcRequest read(InputStream in) throws XmlRpcException {
    return getRequest(config, in);
  }

  void write(Object value, OutputStream out) throws XmlRpcException, SAXException {
    getXmlRpcWriter(config, out).write(config, value);
  }
}
