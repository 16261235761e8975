import "@bookplate/react/styles.css";
import "@bookplate/react/chat.css";
import "./book.css";
